export default definePageConfig({ navigationBarTitleText: '通知正文' })
