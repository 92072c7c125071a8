export default definePageConfig({ navigationBarTitleText: '文书', enablePullDownRefresh: true })
