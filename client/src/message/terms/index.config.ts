export default definePageConfig({ navigationBarTitleText: '期限', enablePullDownRefresh: true })
