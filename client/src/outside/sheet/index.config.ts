export default definePageConfig({ navigationBarTitleText: '登记单', enablePullDownRefresh: true })
