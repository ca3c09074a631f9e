/**
 * Of V8: code is compiled anew for speed once it has run about four times as long as by default. Most of what tests run never runs long
 * enough to be worth it, and this work was a tenth of all that they took.
 */
exports.compilesLate = '--interrupt-budget=500000';
