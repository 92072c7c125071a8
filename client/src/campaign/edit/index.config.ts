export default definePageConfig({ navigationBarTitleText: '拟专项行动' })
