export default definePageConfig({ navigationBarTitleText: '申请岗位' })
