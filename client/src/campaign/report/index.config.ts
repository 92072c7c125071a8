export default definePageConfig({ navigationBarTitleText: '报送动态' })
