import { DEMO_CORP_ID } from '../world/groups.ts';

/** What a secret opens: customer contact (客户联系), the conversation archive (会话存档). */
export type Permission = 'contact' | 'archive';

/** A self-built app of the firm, with the secret that is its alone. */
export interface WecomApp {
  readonly agentId: number;
  readonly name: string;
  readonly secret: string;
  readonly permissions: readonly Permission[];
  /** Employees the app may see; null: all of them. */
  readonly visible: readonly string[] | null;
}

export interface Employee {
  readonly userid: string;
  readonly name: string;
  /** One branch each. */
  readonly department: number;
  /** Whether the administrator has given the employee customer contact. */
  readonly hasCustomerContact: boolean;
  /** Whether a paid archive seat is theirs; what others say leaves no trace. */
  readonly hasArchiveSeat: boolean;
}

/** The firm as WeCom knows it. */
export interface Corp {
  readonly corpId: string;
  readonly name: string;
  readonly apps: readonly WecomApp[];
  readonly employees: readonly Employee[];
}

const ADVISERS = [
  ['沈知行', 1],
  ['顾雅文', 2],
  ['程亦舟', 3],
  ['柳清源', 1],
  ['江映雪', 2],
  ['邵怀瑾', 4],
  ['任书言', 5],
  ['季明远', 1],
  ['骆安歌', 4],
] as const;

/** The first six advisers have an archive seat. */
const SEATS = 6;

/** The demo firm; its userids are the login names of its staff. All of it is public: it opens nothing but this box. */
export const demoCorp: Corp = {
  corpId: DEMO_CORP_ID,
  name: '示例证券',
  apps: [
    {
      agentId: 1000002,
      name: '四域',
      secret: 'sbx-contact-secret-5a11db0c5a11db0c5a11db0c',
      permissions: ['contact'],
      visible: null,
    },
    {
      agentId: 1000003,
      name: '报表',
      secret: 'sbx-report-secret-5a11db0c5a11db0c5a11db0c5',
      permissions: [],
      visible: null,
    },
    {
      agentId: 1000004,
      name: '天河助手',
      secret: 'sbx-branch-secret-5a11db0c5a11db0c5a11db0c5',
      permissions: ['contact'],
      visible: ['adviser1', 'adviser4', 'adviser8'],
    },
    {
      agentId: 2000004,
      name: '会话存档',
      secret: 'sbx-archive-secret-5a11db0c5a11db0c5a11db0c',
      permissions: ['archive'],
      visible: null,
    },
  ],
  employees: [
    ...ADVISERS.map(([name, department], index) => ({
      userid: `adviser${index + 1}`,
      name,
      department,
      hasCustomerContact: true,
      hasArchiveSeat: index < SEATS,
    })),
    {
      userid: 'operator',
      name: '唐晓芸',
      department: 1,
      hasCustomerContact: false,
      hasArchiveSeat: false,
    },
  ],
};
