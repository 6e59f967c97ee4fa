/** What the phone says about articles, cards and posters, and under whose name every text is published. */
export const contentMessages = {
  'content.by': '{firm}发布',
  'content.target.lesson': '去学《{title}》',
  'content.target.article': '去读《{title}》',
  'content.poster.open': '放大看图片',

  'article.title': '文章',
  'article.meta': '文章 · 图文 {minutes} 分钟',
  'article.listen': '听这篇文章',
  'article.end': '这篇文章读完了',
  'article.end.note': '它以后如有更正，首页会告诉您。',
  'article.more': '看看别的文章',

  'articles.title': '文章',
  'articles.entry': '看文章',
  'articles.more': '再看 10 篇',
  'articles.empty': '还没有文章',
  'articles.empty.hint': '文章发布后会出现在这里，下拉可以刷新。',
  'articles.empty.action': '去学堂',

  'home.start.article': '文章，约 {minutes} 分钟',
} as const satisfies Readonly<Record<string, string>>;
