import { Reflector } from '@nestjs/core';
import type { Role } from '@siyu/shared/contracts/identity.limits';

/** Who may call a route. Staff routes name the roles; without a policy nobody may. */
export type AccessPolicy =
  | { readonly audience: 'public' }
  | { readonly audience: 'member' }
  | { readonly audience: 'adviser' }
  | {
      readonly audience: 'machine';
      /** Every call carries the caller's own signature, which the handler checks before it does anything. */
      readonly isSigned?: true;
    }
  | {
      readonly audience: 'staff';
      readonly roles: readonly Role[];
      /** Everybody who has signed in, whatever their roles and what their sign-in still lacks: their own matters. */
      readonly isOwnMatter?: true;
    };

export const Access = Reflector.createDecorator<AccessPolicy>();
