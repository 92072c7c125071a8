export default definePageConfig({ navigationBarTitleText: '补录文书' })
