import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { coreSystem, signInMember, type MemberClient } from './client.ts';
import type { Whole } from './whole.ts';

/** Two registrations of which both are said to be one customer of the core system. */
export interface ClaimedTwice {
  readonly holder: MemberClient;
  readonly claimant: MemberClient;
}

/** Makes a conflict as it comes about: the core system links the customer of one member to another. */
export async function claimTwice(whole: Whole, name: string): Promise<ClaimedTwice> {
  const holder = await signInMember(whole, `${name}-holder`, ['SERVICE', 'SENSITIVE']);
  const claimant = await signInMember(whole, `${name}-claimant`, ['SERVICE', 'SENSITIVE']);
  const core = coreSystem(whole);
  const link = ({ session }: MemberClient) =>
    core.call(identityRoutes.linkCoreCustomer, {
      body: {
        memberId: session.member.memberId,
        coreCustomerId: `claimed-${name}`,
        verifiedBy: 'counter',
      },
    });
  await link(holder);
  const refusal = await link(claimant).then(
    () => 'nothing',
    (error: unknown) => String(error),
  );
  if (!refusal.includes('identity.core_customer_taken'))
    throw new Error(`the second claim was refused with ${refusal}`);
  return { holder, claimant };
}
