/**
 * Where in a path, for the person who wrote it.
 * @example pathPlace('courses.1.title') // => '第 2 门课程的名称'
 */
export function pathPlace(path: string): string {
  const [field = '', number] = path.replace(/^(body\.)?(draft\.)?/, '').split('.');
  if (field === 'title') return '名称';
  if (field === 'summary') return '简介';
  if (field !== 'courses') return '路径';
  return number === undefined ? '课程编排' : `第 ${Number(number) + 1} 门课程的名称`;
}
