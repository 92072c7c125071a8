export default definePageConfig({ navigationBarTitleText: '对外登记', enablePullDownRefresh: true })
