export default definePageConfig({ navigationBarTitleText: '报告重大情况' })
