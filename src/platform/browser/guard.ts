import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * Nothing but the page's own files runs or loads, nothing frames it, and no text becomes markup: with trusted types
 * the browser itself refuses `innerHTML`.
 */
export const strictHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // The playground speaks plain HTTP.
  strictTransportSecurity: false,
});

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isLoopback = (host: string): boolean =>
  loopbackNames.has(host) || host === '::1' || host.startsWith('127.');

/** On loopback only requests to loopback names are served: a foreign name that points here is another site's trick. */
export const ownName: MiddlewareHandler = async (context, next) => {
  const { hostname } = new URL(context.req.url);
  if (!isLoopback(hostname)) return context.text('This page is served to this machine only.', 403);
  return next();
};
