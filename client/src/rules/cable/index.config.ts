export default definePageConfig({ navigationBarTitleText: '速查' })
