export default definePageConfig({ navigationBarTitleText: '责令改正通知书', enablePullDownRefresh: true })
