export default definePageConfig({ navigationBarTitleText: '文号', enablePullDownRefresh: true })
