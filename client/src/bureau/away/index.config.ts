export default definePageConfig({ navigationBarTitleText: '外出授权', enablePullDownRefresh: true })
