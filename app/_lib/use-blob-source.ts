import { type RefObject, useEffect, useRef } from 'react';

/** @returns what shows the blob in the image that it is given to. */
export function useBlobSource(blob: Blob | undefined): RefObject<HTMLImageElement | null> {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (!blob || !image.current) return undefined;
    const address = URL.createObjectURL(blob);
    image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [blob]);
  return image;
}
