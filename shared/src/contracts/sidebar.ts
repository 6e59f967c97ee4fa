import { z } from 'zod';
import { AdviceBasis } from './content-kinds.ts';
import { WORDING_FAULTS, WORDING_LEVELS } from './moderation.limits.ts';
import { Instant, PublicId } from './primitives.ts';
import {
  INSERT_OUTCOMES,
  INSERT_PURPOSES,
  INSERT_REFUSALS,
  INSERT_STATES,
  INSERT_TEXT_MAX,
  INSERTS_SHOWN_MAX,
  PHRASES_MAX,
  WECOM_ID_MAX,
} from './sidebar.limits.ts';

const WecomId = z
  .string()
  .max(WECOM_ID_MAX)
  .regex(/^[A-Za-z0-9_-]+$/);

/** The address of the page as the client sees it: the signature is over this very text. */
export const PageConfigQuery = z.object({ url: z.url().max(1_024) });
export type PageConfigQuery = z.infer<typeof PageConfigQuery>;

const Signed = z.object({ timestamp: z.number().int(), nonceStr: z.string(), signature: z.string() });
/** What the page shows WeCom's client to be let in. */
export const PageConfig = z
  .object({
    corpId: z.string(),
    agentId: z.number().int(),
    /** WeCom's own scripts, in the order they are to be loaded. */
    scripts: z.array(z.url()),
    corp: Signed,
    agent: Signed,
  })
  .meta({ id: 'SidebarPageConfig' });
export type PageConfig = z.infer<typeof PageConfig>;

/** The chat beside which the page stands, as WeCom's client names it. */
export const ChatAddress = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('CUSTOMER'), externalUserId: WecomId }),
    z.object({ kind: z.literal('GROUP'), chatId: WecomId }),
  ])
  .meta({ id: 'ChatAddress' });
export type ChatAddress = z.infer<typeof ChatAddress>;

export const Phrase = z.object({ title: z.string(), text: z.string(), purpose: z.enum(INSERT_PURPOSES) });
export type Phrase = z.infer<typeof Phrase>;

/** A text of the caller's own that was let through, and what became of it. */
export const SidebarInsert = z.object({
  insertId: PublicId,
  text: z.string(),
  purpose: z.enum(INSERT_PURPOSES),
  state: z.enum(INSERT_STATES),
  decidedAt: Instant,
});
export type SidebarInsert = z.infer<typeof SidebarInsert>;

const hands = {
  /** Whether what is said here is kept: the archive is on, and somebody of the firm in this chat has a seat of it. */
  isArchived: z.boolean(),
  phrases: z.array(Phrase).max(PHRASES_MAX),
  /** The latest first. */
  inserts: z.array(SidebarInsert).max(INSERTS_SHOWN_MAX),
};
/** Whose chat it is. Somebody whom no record names, or who is in another's book, is not shown. */
export const SidebarChat = z
  .discriminatedUnion('standing', [
    z.object({ standing: z.literal('MEMBER'), memberId: PublicId, ...hands }),
    z.object({ standing: z.literal('GROUP'), name: z.string(), ...hands }),
    z.object({ standing: z.literal('NOT_LINKED') }),
    z.object({ standing: z.literal('OUT_OF_SCOPE') }),
  ])
  .meta({ id: 'SidebarChat' });
export type SidebarChat = z.infer<typeof SidebarChat>;

export const WriteInsert = z
  .object({
    chat: ChatAddress,
    text: z.string().trim().min(1).max(INSERT_TEXT_MAX),
    purpose: z.enum(INSERT_PURPOSES),
    /** Of what reads like advice only; it goes out below it. */
    basis: AdviceBasis.nullish(),
  })
  .meta({ id: 'WriteInsert' });
export type WriteInsert = z.infer<typeof WriteInsert>;

/** Whether a text may go. Only what this says may be handed to WeCom, and it stands in the records by then. */
export const InsertDecision = z
  .object({
    insertId: PublicId,
    refusal: z.enum(INSERT_REFUSALS).nullable(),
    /** What goes out, with what the law asks to stand below advice; null: nothing does. */
    text: z.string().nullable(),
    /** The words that are in the way, by their place in what was written. */
    findings: z.array(
      z.object({
        /** `text`, or `basis.reportPublisher`. */
        path: z.string(),
        level: z.enum(WORDING_LEVELS),
        fault: z.enum(WORDING_FAULTS),
        start: z.number().int(),
        end: z.number().int(),
        reasonCode: z.string(),
        pieces: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'InsertDecision' });
export type InsertDecision = z.infer<typeof InsertDecision>;

export const ReportInsert = z.object({ outcome: z.enum(INSERT_OUTCOMES) }).meta({ id: 'ReportInsert' });
export type ReportInsert = z.infer<typeof ReportInsert>;
