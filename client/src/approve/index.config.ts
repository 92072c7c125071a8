export default definePageConfig({ navigationBarTitleText: '待我批', enablePullDownRefresh: true })
