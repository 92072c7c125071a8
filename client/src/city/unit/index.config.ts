export default definePageConfig({ navigationBarTitleText: '本县情况' })
