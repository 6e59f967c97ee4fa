import { colours } from '../../shared/src/theme/index.ts';
import { memberMessages } from '../../shared/src/messages/member.zh-CN.ts';

const tab = (name: 'home' | 'school' | 'me', text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tab/${name}.png`,
  selectedIconPath: `assets/tab/${name}-on.png`,
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/school/index', 'pages/me/index', 'pages/welcome/index'],
  subPackages: [
    { root: 'lesson', pages: ['read/index', 'quiz/index', 'search/index', 'articles/index'] },
    { root: 'community', pages: ['group/index', 'groups/index'] },
    { root: 'live', pages: ['list/index', 'watch/index'] },
    { root: 'products', pages: ['list/index', 'one/index'] },
    {
      root: 'adviser',
      pages: ['book/index', 'member/index', 'campaigns/index', 'campaign/index'],
    },
    { root: 'suitability', pages: ['questionnaire/index', 'result/index'] },
    {
      root: 'account',
      pages: [
        'privacy/index',
        'copy/index',
        'learning/index',
        'notebook/index',
        'statement/index',
        'points/index',
        'exchange/index',
        'entitlements/index',
        'closing/index',
        'link/index',
        'notices/index',
        'about/index',
        'verify/index',
        'complaints/index',
        'complain/index',
        'corrections/index',
        'professional/index',
        'elder/index',
      ],
    },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['lesson'] } },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: memberMessages['app.name'],
    navigationBarBackgroundColor: colours.ground,
    navigationBarTextStyle: 'black',
    backgroundColor: colours.ground,
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: colours.textThird,
    selectedColor: colours.ink,
    backgroundColor: colours.card,
    borderStyle: 'white',
    list: [
      tab('home', memberMessages['tab.home']),
      tab('school', memberMessages['tab.school']),
      tab('me', memberMessages['tab.me']),
    ],
  },
});
