export default definePageConfig({ navigationBarTitleText: '协办确认', enablePullDownRefresh: true })
