const fieldNames: Readonly<Record<string, string>> = {
  file: '文件',
  pathCode: '路径代号',
  pathTitle: '路径名称',
  position: '第几课',
  title: '标题',
  summary: '摘要',
  minutes: '分钟数',
  body: '正文',
  source: '来源',
  basis: '建议的依据',
  usesReport: '研究报告',
  reportPublisher: '报告的发布机构',
  reportOn: '报告的发布日期',
  script: '讲稿',
  riskNote: '风险提示',
  stages: '适合的阶段',
  groups: '适合的客群',
  label: '内容类别',
  picture: '海报图片',
  alt: '图片说明',
  pictureId: '图片文件',
  targetId: '点开后的去处',
  quiz: '小测',
  questionId: '题号',
  question: '题目',
  options: '选项',
  right: '正确答案',
  explanations: '选项解释',
};

/**
 * Where in a draft, for the person who wrote it.
 * @example placeName('quiz.0.options.1') // => '小测第 1 题 · 选项 2'
 */
export function placeName(path: string): string {
  const [field = '', number, inner, option] = path.replace(/^body\.(?=[a-zA-Z])/, '').split(/[.[\]]+/);
  const name = fieldNames[field] ?? (field === '' ? '内容' : field);
  if (number === undefined || number === '') return name;
  const part = fieldNames[number];
  if (part !== undefined) return part;
  const place =
    field === 'quiz' ? `${name}第 ${Number(number) + 1} 题` : `${name}第 ${Number(number) + 1} 项`;
  if (inner === undefined || inner === '') return place;
  const innerName = fieldNames[inner] ?? inner;
  return `${place} · ${innerName}${option === undefined || option === '' ? '' : ` ${Number(option) + 1}`}`;
}
