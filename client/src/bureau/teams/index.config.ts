export default definePageConfig({ navigationBarTitleText: '所队', enablePullDownRefresh: true })
