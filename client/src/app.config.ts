const h5 = process.env.TARO_ENV === 'h5'

// WeChat takes names from theme.json so that bars follow dark mode; a browser takes the values.
const theme = (name: string, value: string) => (h5 ? value : `@${name}`)

export default defineAppConfig({
  pages: [
    'pages/today/index',
    'pages/messages/index',
    'pages/mine/index',
    ...(h5 ? ['pages/people/index'] : []),
  ],
  subPackages: [
    {
      root: 'officer',
      name: 'officer',
      pages: ['find/index', 'enroll/index', 'check/index', 'record/index', 'notice/index'],
    },
    { root: 'enterprise', name: 'enterprise', pages: ['notice/index'] },
    { root: 'city', name: 'city', pages: ['unit/index', 'records/index'] },
    { root: 'post', name: 'post', pages: ['index'] },
    {
      root: 'message',
      name: 'message',
      pages: ['terms/index', 'urgent/index', 'report/index', 'sheet/index'],
    },
    {
      root: 'bureau',
      name: 'bureau',
      pages: [
        'people/index',
        'post/index',
        'teams/index',
        'away/index',
        'applications/index',
        'confirm/index',
      ],
    },
    { root: 'approve', name: 'approve', pages: ['index', 'paper/index', 'chains/index', 'chain/index'] },
    {
      root: 'paper',
      name: 'paper',
      pages: [
        'index',
        'draft/index',
        'paper/index',
        'serve/index',
        'numbers/index',
        'late/index',
        'address/index',
      ],
    },
    { root: 'rules', name: 'rules', pages: ['index', 'cable/index', 'deadline/index', 'code/index'] },
    {
      root: 'campaign',
      name: 'campaign',
      pages: [
        'list/index',
        'page/index',
        'plan/index',
        'text/index',
        'report/index',
        'edit/index',
        'change/index',
      ],
    },
    { root: 'outside', name: 'outside', pages: ['list/index', 'sheet/index'] },
    { root: 'task', name: 'task', pages: ['list/index', 'task/index', 'issue/index'] },
  ],
  // An officer opens the door where there is network and goes on where there is none: all work is fetched at the door.
  preloadRule: {
    'pages/today/index': {
      network: 'all',
      packages: ['officer', 'enterprise', 'city', 'rules', 'approve', 'task', 'bureau', 'message', 'paper'],
    },
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '三联',
    navigationBarBackgroundColor: theme('bar', '#ffffff'),
    navigationBarTextStyle: theme('barText', 'black') as 'black',
    backgroundColor: theme('ground', '#f2f4f7'),
    navigationStyle: 'default',
  },
  tabBar: {
    color: theme('tab', '#5a6472'),
    selectedColor: theme('tabOn', '#1457c8'),
    backgroundColor: theme('bar', '#ffffff'),
    borderStyle: theme('border', 'black') as 'black',
    list: [
      {
        pagePath: 'pages/today/index',
        text: '今天',
        iconPath: theme('today', 'assets/tab/today.png'),
        selectedIconPath: theme('todayOn', 'assets/tab/today-on.png'),
      },
      {
        pagePath: 'pages/messages/index',
        text: '消息',
        iconPath: theme('messages', 'assets/tab/messages.png'),
        selectedIconPath: theme('messagesOn', 'assets/tab/messages-on.png'),
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: theme('mine', 'assets/tab/mine.png'),
        selectedIconPath: theme('mineOn', 'assets/tab/mine-on.png'),
      },
    ],
  },
})
