export default definePageConfig({
  navigationBarTitleText: '现场检查',
  usingComponents:
    process.env.TARO_ENV === 'weapp' ? { 'signature-pad': '../../components/signature/native/index' } : {},
})
