export default definePageConfig({ navigationBarTitleText: '重大情况', enablePullDownRefresh: true })
