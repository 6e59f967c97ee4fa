import { Injectable } from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import { Clock } from '../platform/clock/index.ts';
import { GroupHistories, GroupRoster } from '../records/communities/index.ts';
import { ExternalIds } from '../records/identity/index.ts';
import { Content } from '../services/content/index.ts';
import { DemoCalendar } from './demo-calendar.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

interface DemoGroup {
  readonly chatId: string;
  readonly name: string;
  /** A login name, which is the userid in WeCom too. */
  readonly owner: string;
  readonly accounts: readonly string[];
  readonly notices: readonly string[];
  /** Paths; the first lesson of each was shared. */
  readonly lessonsOf: readonly string[];
  readonly asked: { readonly account: string; readonly text: string; readonly answer: string };
}

/** The customer groups that the box has, with the same ids and the same people. */
const GROUPS: readonly DemoGroup[] = [
  {
    chatId: 'wrSandboxGroup000000000000000001',
    name: '思语投教一群',
    owner: 'adviser1',
    accounts: ['demo-1', 'demo-2', 'demo-3', 'demo-4', 'demo-8'],
    notices: [
      '本群只做投资者教育，不荐股、不代客操作。有人私下要您转账，请先到「真伪核验」查一查。',
      '周三晚八点一起学《费用是确定的：一笔基金十年的账》，学完可以在这里提问。',
    ],
    lessonsOf: ['first-steps', 'fund-craft'],
    asked: {
      account: 'demo-4',
      text: '定投之后还可以改金额吗？',
      answer: '可以。在扣款日之前修改，从下一期开始按新的金额扣款，已经买入的部分不受影响。',
    },
  },
  {
    chatId: 'wrSandboxGroup000000000000000002',
    name: '思语投教二群',
    owner: 'adviser2',
    accounts: ['demo-3', 'demo-5', 'demo-6'],
    notices: ['进阶课程每两周更新一次，学过的课可以在「学习」里回看。'],
    lessonsOf: ['fund-craft'],
    asked: {
      account: 'demo-6',
      text: '基金分红选现金还是再投资，有什么不同？',
      answer:
        '现金分红会到账户里，再投资会换成份额。两种方式都不改变分红当天的总资产，按您自己的用钱安排来选。',
    },
  },
];
const CUSTOMER = 2;
const STAFF = 1;
const externalUserIdOf = (account: string): string => `wmSbx0000000000000000-${account}`;
/** What the box calls the person behind an account of its phone. */
export const unionidOf = (account: string): string => `usbx-${account}`;

/** Customer groups of the demo firm: told as WeCom tells of them, with what was said there. */
@Injectable()
export class DemoGroups {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly roster: GroupRoster,
    private readonly histories: GroupHistories,
    private readonly externalIds: ExternalIds,
    private readonly content: Content,
  ) {}

  /** After the members: their seats become theirs. */
  async load(): Promise<void> {
    const staff = await this.organisation.staffByLogin();
    const published = await this.content.publishedLessons();
    const now = this.clock.now();
    const calendar = new DemoCalendar(dayOfInstant(now), now);
    const ago = (daysAgo: number): number => calendar.at({ daysAgo, secondOfDay: 36_000 });
    for (const group of GROUPS) {
      const { chatId, asked } = group;
      const ownerId = staff.get(group.owner)?.staffId ?? '';
      const memberNo = await this.#memberNoOf(asked.account);
      await this.steps.once(`group:${chatId}`, async (tx) => {
        await this.roster.take(tx, toldOf(group, Math.floor(ago(40) / 1_000)), now);
        await this.histories.record(tx, {
          chatId,
          notices: group.notices.map((text, at) => ({
            text,
            authorId: ownerId,
            publishedAt: ago(9 - at * 4),
          })),
          lessons: published
            .filter(({ pathCode, position }) => position === 1 && group.lessonsOf.includes(pathCode))
            .map(({ lessonId }, at) => ({ lessonId, sharerId: ownerId, sharedAt: ago(7 - at) })),
          answered:
            memberNo === undefined
              ? []
              : [
                  {
                    text: asked.text,
                    answer: asked.answer,
                    memberNo,
                    askedAt: ago(4),
                    deciderId: ownerId,
                    decidedAt: ago(3),
                  },
                ],
        });
      });
    }
  }

  async #memberNoOf(account: string): Promise<number | undefined> {
    const unionid = unionidOf(account);
    const issuer = { kind: 'wechat_unionid', issuer: 'wechat' } as const;
    return (await this.externalIds.membersOf([unionid], issuer)).get(unionid);
  }
}

/** A group as WeCom would tell of it. */
function toldOf({ chatId, name, owner, accounts }: DemoGroup, since: number) {
  const came = { join_time: since, join_scene: 1 };
  return {
    chat_id: chatId,
    name,
    owner,
    create_time: since,
    notice: '',
    member_list: [
      { userid: owner, type: STAFF, ...came },
      ...accounts.map((account) => ({
        userid: externalUserIdOf(account),
        type: CUSTOMER,
        unionid: unionidOf(account),
        ...came,
      })),
    ],
    admin_list: [],
  };
}
