/** Outbox event: two people, or one who refused, have decided on an application. Why is L3 and is looked up. */
export const PROFESSIONAL_DECIDED = 'ProfessionalDecided';

export interface ProfessionalDecided {
  readonly applicationId: string;
  readonly isApproved: boolean;
}
