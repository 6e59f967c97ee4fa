export { addFen } from './add-fen.ts';
export { convertAtRate } from './convert-at-rate.ts';
export { fen, isFen, type Fen } from './fen.ts';
export { formatYuan } from './format-yuan.ts';
export { parseYuan } from './parse-yuan.ts';
