export default definePageConfig({ navigationBarTitleText: '找企业', enablePullDownRefresh: true })
