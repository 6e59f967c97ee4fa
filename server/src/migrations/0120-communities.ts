import { col, table, TablesMigration } from '../platform/database/index.ts';

const groups = () =>
  table(
    'community_groups',
    [
      col.publicId('group_id', { primary: true }),
      col.code('chat_id', 64),
      col.code('opengid', 64, { nullable: true }),
      col.text('name', 60),
      col.text('plain_name', 120),
      col.code('owner_wecom_user_id', 64),
      col.code('state', 16),
      col.count('member_count'),
      col.instant('created_at'),
      col.instant('synced_at'),
      col.instant('dissolved_at', { nullable: true }),
    ],
    {
      unique: [
        { name: 'uq_community_groups_chat', columns: ['chat_id'] },
        { name: 'uq_community_groups_opengid', columns: ['opengid'] },
      ],
      indexes: [
        { name: 'ix_community_groups_plain', columns: ['plain_name'] },
        { name: 'ix_community_groups_owner', columns: ['owner_wecom_user_id', 'state'] },
      ],
    },
  );

const seats = () =>
  table(
    'group_seats',
    [
      col.publicId('seat_id', { primary: true }),
      col.publicId('group_id'),
      col.code('kind', 16),
      col.code('person_id', 128),
      col.memberNo('member_no', { nullable: true }),
      col.instant('joined_at'),
      col.instant('left_at', { nullable: true }),
      col.count('join_scene'),
      col.code('join_state', 64, { nullable: true }),
    ],
    {
      unique: [{ name: 'uq_group_seats_person', columns: ['group_id', 'person_id', 'joined_at'] }],
      indexes: [
        { name: 'ix_group_seats_open', columns: ['group_id', 'left_at'] },
        { name: 'ix_group_seats_member', columns: ['member_no', 'group_id'] },
      ],
    },
  );

const ties = () =>
  table(
    'group_ties',
    [
      col.memberNo('member_no', { primary: true }),
      col.publicId('group_id', { primary: true }),
      col.instant('tied_at', { primary: true }),
      col.instant('entered_at', { nullable: true }),
      col.flag('is_seated'),
      col.instant('ended_at', { nullable: true }),
      col.count('seq'),
      col.count('ended_seq', { nullable: true }),
    ],
    { indexes: [{ name: 'ix_group_ties_group', columns: ['group_id', 'ended_at'] }] },
  );

const posts = () => [
  table(
    'group_notices',
    [
      col.publicId('notice_id', { primary: true }),
      col.publicId('group_id'),
      col.text('text', 300),
      col.publicId('author_id'),
      col.instant('published_at'),
      col.instant('removed_at', { nullable: true }),
    ],
    { indexes: [{ name: 'ix_group_notices_group', columns: ['group_id', 'published_at'] }] },
  ),
  table(
    'group_lessons',
    [
      col.publicId('share_id', { primary: true }),
      col.publicId('group_id'),
      col.publicId('lesson_id'),
      col.publicId('sharer_id'),
      col.instant('shared_at'),
      col.instant('removed_at', { nullable: true }),
    ],
    { indexes: [{ name: 'ix_group_lessons_group', columns: ['group_id', 'shared_at'] }] },
  ),
  table(
    'group_questions',
    [
      col.publicId('question_id', { primary: true }),
      col.publicId('group_id'),
      col.memberNo('member_no'),
      col.text('text', 200),
      col.code('state', 16),
      col.instant('asked_at'),
      col.code('platform_verdict', 16, { nullable: true }),
      col.publicId('decider_id', { nullable: true }),
      col.instant('decided_at', { nullable: true }),
      col.text('answer', 500, { nullable: true }),
      col.text('declined_reason', 200, { nullable: true }),
    ],
    {
      indexes: [
        { name: 'ix_group_questions_group', columns: ['group_id', 'state', 'asked_at'] },
        { name: 'ix_group_questions_member', columns: ['member_no', 'asked_at'] },
      ],
    },
  ),
];

/** Customer groups: who sits in them, which members are tied to them, what is said there. */
export class Communities extends TablesMigration {
  constructor() {
    super(120, 'communities', [groups(), seats(), ties(), ...posts()]);
  }
}
