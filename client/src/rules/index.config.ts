export default definePageConfig({ navigationBarTitleText: '规则和依据' })
