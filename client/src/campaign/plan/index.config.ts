export default definePageConfig({ navigationBarTitleText: '单位方案', enablePullDownRefresh: true })
