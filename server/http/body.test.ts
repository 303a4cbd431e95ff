import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { MAX_BODY_BYTES, receive } from './body';

const MEGABYTE = new Uint8Array(1024 * 1024);

function requestWith(pull: UnderlyingDefaultSource<Uint8Array>['pull']): Request {
  const body = new ReadableStream<Uint8Array>({ pull });
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-length': '10' } };
  return new Request('http://localhost/api', init as RequestInit);
}

describe('receiving a body', () => {
  it('keeps its bytes, its headers and its form', async () => {
    const form = new FormData();
    form.set('photo', new File([MEGABYTE], 'a.jpg'));
    const received = await receive(
      new Request('http://localhost/', { method: 'POST', body: form }),
    );
    expect(received.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    const file = (await received.formData()).get('photo') as File;
    expect([file.name, file.size]).toEqual(['a.jpg', MEGABYTE.length]);
  });

  it('leaves a request without a body alone', async () => {
    const request = new Request('http://localhost/');
    expect(await receive(request)).toBe(request);
  });

  it('refuses too many bytes while they arrive, whatever was claimed, and reads on', async () => {
    let sent = 0;
    let ending = false;
    const request = requestWith(async (controller) => {
      await setImmediate();
      controller.enqueue(MEGABYTE);
      sent += MEGABYTE.length;
      if (ending) controller.close();
    });
    await expect(receive(request)).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
    const atRefusal = sent;
    expect(atRefusal).toBeLessThan(MAX_BODY_BYTES + 4 * MEGABYTE.length);
    await vi.waitFor(() => expect(sent).toBeGreaterThan(atRefusal + 4 * MEGABYTE.length));
    ending = true;
  });

  it('counts a body that breaks off as cancelled', async () => {
    const request = requestWith((controller) => controller.error(new Error('reset')));
    await expect(receive(request)).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
