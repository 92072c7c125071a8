export default definePageConfig({ navigationBarTitleText: '登记送达' })
