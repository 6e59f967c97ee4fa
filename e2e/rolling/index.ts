export { startBalancer, LOOK_MS } from './balancer.ts';
export { nodeAt } from './node.ts';
