export default definePageConfig({ navigationBarTitleText: '拟文书' })
