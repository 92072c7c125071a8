export default definePageConfig({ navigationBarTitleText: '待确认的申请', enablePullDownRefresh: true })
