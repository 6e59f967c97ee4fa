/** Risk of a product, the lowest first (Suitability measures, art 16; the levels of SAC and AMAC). */
export const RISK_LEVELS = ['R1', 'R2', 'R3', 'R4', 'R5'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** What an ordinary investor can bear, the least first. The first is the lowest category of art 22(5). */
export const INVESTOR_LEVELS = ['C1_LOWEST', 'C1', 'C2', 'C3', 'C4', 'C5'] as const;
export type InvestorLevel = (typeof INVESTOR_LEVELS)[number];

/** Ordinary, or recognised as professional on application (REQ-SUIT-11). */
export const INVESTOR_KINDS = ['ORDINARY', 'PROFESSIONAL'] as const;
export type InvestorKind = (typeof INVESTOR_KINDS)[number];

/** The highest risk that a level bears: the tables of CITIC, Changjiang and Hualin agree. */
const HIGHEST_RISK = {
  C1_LOWEST: 'R1',
  C1: 'R1',
  C2: 'R2',
  C3: 'R3',
  C4: 'R4',
  C5: 'R5',
} as const satisfies Record<InvestorLevel, RiskLevel>;

/**
 * Whether a product's risk is more than a level bears.
 *
 * @example
 * isAboveLevel('R3', 'C3') // => false
 * isAboveLevel('R4', 'C3') // => true
 * isAboveLevel('R2', 'C1_LOWEST') // => true
 */
export function isAboveLevel(risk: RiskLevel, level: InvestorLevel): boolean {
  return RISK_LEVELS.indexOf(risk) > RISK_LEVELS.indexOf(HIGHEST_RISK[level]);
}
