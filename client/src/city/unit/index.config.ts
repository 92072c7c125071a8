export default definePageConfig({ navigationBarTitleText: '工作数字', enablePullDownRefresh: true })
