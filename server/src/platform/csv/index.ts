export { csvField, safeCsvField, splitCsvLine } from './csv-line.ts';
export { type CsvLine, type LineFault, readCsvLines } from './read-csv-lines.ts';
