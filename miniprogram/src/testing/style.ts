/** Style sheets say nothing to a spec. */
export default {};
