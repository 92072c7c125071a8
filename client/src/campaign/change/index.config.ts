export default definePageConfig({ navigationBarTitleText: '调整联系人和目标' })
