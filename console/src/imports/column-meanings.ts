import { IMPORT_COLUMNS, type ImportKindCode } from '@siyu/shared/contracts/imports.limits';

/** What a file of each kind does, and what to mind. */
export const kindMeanings = {
  transactions: '申购、确认、赎回、持有和公司收入。按流水号各记一次；客户关联账户后计入评分。',
  service_events: '风险测评，以及咨询的结束与评价。评价的分值不导入。',
  index_closes: '每个指数每天的收盘点位，同一天只记一次。',
  channel_accounts:
    '总部、营业部、员工在各平台的账号，一行一个；填了投放位的，编码同时生成。同一平台上的同名账号只登记一次。',
  products:
    '产品及其风险等级，一行一个。等级、有效期和期限都填了的直接提交复核，通过后在售；没有填全的先作为草稿。',
  exchange_holidays: '整份文件成为一版休市日历，由另一位同事复核后生效；有一行不对，整份都不提交。',
} as const satisfies Record<ImportKindCode, string>;

type Column<Kind extends ImportKindCode> =
  | (typeof IMPORT_COLUMNS)[Kind]['required'][number]
  | (typeof IMPORT_COLUMNS)[Kind]['optional'][number];

const meanings = {
  transactions: {
    source_id: '流水号',
    kind: '业务种类，如 purchase',
    core_customer_id: '核心系统客户号',
    occurred_at: '发生时间，带时区',
    ref_source_id: '所对应的流水号',
    product_code: '产品代码',
    target_product_code: '转入的产品代码',
    plan_id: '定投计划号',
    amount: '金额，至多两位小数',
    benefit_source: '收入来源',
    currency: '币种，空着是 CNY',
    mid_rate: '外币当日中间价',
  },
  service_events: {
    source_id: '流水号',
    kind: '事件种类，如 risk_assessed',
    core_customer_id: '核心系统客户号',
    occurred_at: '发生时间，带时区',
    ref_source_id: '所对应的咨询',
    valid_until: '测评失效的第一天',
  },
  index_closes: { date: '日期，如 2026-11-25', index_code: '指数代码', close: '收盘点位' },
  exchange_holidays: {
    version: '通知的年份或名称',
    date: '休市日，如 2027-01-01',
    name: '节日名称',
  },
  channel_accounts: {
    platform: '平台，如 抖音',
    owner: '属于：总部、营业部或员工',
    name: '账号名称',
    handle: '平台上的名称，同一平台不重复',
    branch: '营业部全名或编码；总部的留空',
    employee: '员工全名、登录名或登记编码；不属于员工的留空',
    placement: '第一个投放位的名称，如 门口海报',
  },
  products: {
    code: '产品代码，每个只登记一次',
    name: '产品名称',
    type: '种类，如 债券基金',
    risk_level: '风险等级 R1 至 R5；没有评定的留空',
    level_valid_until: '等级失效的第一天',
    horizon_months: '投资期限有几个月，随时可取的填 0',
    is_private: '私募的填 是',
  },
} as const satisfies { readonly [Kind in ImportKindCode]: Readonly<Record<Column<Kind>, string>> };

/** A file with the header of a kind and nothing below it, as a link; the mark at its start tells spreadsheets UTF-8. */
export function templateUrl(kind: ImportKindCode): string {
  const header = columnMeanings(kind).map(({ name }) => name);
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${header.join(',')}\r\n`)}`;
}

interface ColumnMeaning {
  readonly name: string;
  readonly meaning: string;
  readonly isOptional: boolean;
}

/** The columns of a kind in words, the optional ones last. */
export function columnMeanings(kind: ImportKindCode): readonly ColumnMeaning[] {
  const optional: readonly string[] = IMPORT_COLUMNS[kind].optional;
  return Object.entries(meanings[kind]).map(([name, meaning]) => {
    return { name, meaning, isOptional: optional.includes(name) };
  });
}
