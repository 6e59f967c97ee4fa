import type {
  AskRelease,
  BrakeQuery,
  BrakeRow,
  BrakeRows,
  BrakeTargetQuery,
  BrakeTargets,
  FirmBrake,
  PutOnBrake,
} from './brakes.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly brakeId: string };
}

export const brakesRoutes = {
  listBrakes: defineRoute<{ query: BrakeQuery }, BrakeRows>(
    'brakes.listBrakes',
    'staff',
    'GET',
    '/v1/console/brakes',
  ),
  getBrake: defineRoute<ById, BrakeRow>('brakes.getBrake', 'staff', 'GET', '/v1/console/brakes/:brakeId'),
  /** In force with the answer, on every process. */
  putOn: defineRoute<{ body: PutOnBrake }, BrakeRow>('brakes.putOn', 'staff', 'POST', '/v1/console/brakes'),
  /** A second person decides in the reviews. */
  askRelease: defineRoute<ById & { body: AskRelease }, BrakeRow>(
    'brakes.askRelease',
    'staff',
    'POST',
    '/v1/console/brakes/:brakeId/release',
  ),
  listTargets: defineRoute<{ query: BrakeTargetQuery }, BrakeTargets>(
    'brakes.listTargets',
    'staff',
    'GET',
    '/v1/console/brake-targets',
  ),
  getFirmBrake: defineRoute<{}, FirmBrake>('brakes.getFirmBrake', 'staff', 'GET', '/v1/console/firm-brake'),
} as const;
