export default definePageConfig({
  navigationBarTitleText: '责令改正通知书',
  usingComponents:
    process.env.TARO_ENV === 'weapp' ? { 'signature-pad': '../../components/signature/native/index' } : {},
})
