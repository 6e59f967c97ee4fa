import { z } from 'zod';
import { Instant } from './primitives.ts';
import { DESK_CODE_DIGITS } from './staff-phone.limits.ts';

/** A login code of WeChat, which stands for the account on the phone and counts once. */
const LoginCode = z.string().min(1).max(256);

/** Whether the own account is tied to somebody's WeChat, and since when. */
export const OwnPhone = z.object({ tiedAt: Instant.nullable() }).meta({ id: 'OwnPhone' });
export type OwnPhone = z.infer<typeof OwnPhone>;

/** Shown this once, at the desk; whoever enters it on a phone first ties that phone. */
export const DeskCode = z.object({ code: z.string(), expiresAt: Instant }).meta({ id: 'DeskCode' });
export type DeskCode = z.infer<typeof DeskCode>;

export const TiePhone = z
  .object({ code: LoginCode, deskCode: z.string().regex(new RegExp(`^\\d{${DESK_CODE_DIGITS}}$`)) })
  .meta({ id: 'TiePhone' });
export type TiePhone = z.infer<typeof TiePhone>;

export const OpenAdviserSession = z.object({ code: LoginCode }).meta({ id: 'OpenAdviserSession' });
export type OpenAdviserSession = z.infer<typeof OpenAdviserSession>;

/** Opens the adviser's own pages on the phone, and nothing else. */
export const AdviserSession = z
  .object({
    token: z.string(),
    expiresAt: Instant,
    name: z.string(),
    branchName: z.string().nullable(),
    registrationNo: z.string().nullable(),
    /** The registration is in force (REQ-ADV-1). */
    isRegistered: z.boolean(),
  })
  .meta({ id: 'AdviserSession' });
export type AdviserSession = z.infer<typeof AdviserSession>;

/** Null: this WeChat stands for nobody who may work here now; a code of the desk ties it. */
export const OpenedPhone = z.object({ adviser: AdviserSession.nullable() }).meta({ id: 'OpenedPhone' });
export type OpenedPhone = z.infer<typeof OpenedPhone>;
