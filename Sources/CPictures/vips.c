#include "CPictures.h"

#include <string.h>
#include <vips/vips.h>

int hb_start(void) {
    if (VIPS_INIT("hornbook-pictures") != 0) return -1;
    vips_block_untrusted_set(TRUE);
    // By name: whatever this libvips was built with, only these four read and only one writes.
    vips_operation_block_set("VipsForeignLoad", TRUE);
    vips_operation_block_set("VipsForeignLoadJpeg", FALSE);
    vips_operation_block_set("VipsForeignLoadPng", FALSE);
    vips_operation_block_set("VipsForeignLoadWebp", FALSE);
    vips_operation_block_set("VipsForeignLoadNsgif", FALSE);
    vips_operation_block_set("VipsForeignSave", TRUE);
    vips_operation_block_set("VipsForeignSaveJpeg", FALSE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return 0;
}

void hb_free(void *memory) { g_free(memory); }

/// Opens the header alone; pixels are decoded as they are asked for.
static VipsImage *opened(int format, const uint8_t *bytes, size_t count) {
    VipsImage *image = NULL;
    void *start = (void *)bytes;
    int failed = -1;
    switch (format) {
    case HB_JPEG:
        failed = vips_jpegload_buffer(
            start, count, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
        break;
    case HB_PNG:
        failed = vips_pngload_buffer(
            start, count, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
        break;
    case HB_WEBP:
        failed = vips_webpload_buffer(
            start, count, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
        break;
    case HB_GIF:
        failed = vips_gifload_buffer(
            start, count, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
        break;
    }
    return failed == 0 ? image : NULL;
}

/// Replaces `*image` by what `next` is; the old one is let go.
static void follow(VipsImage **image, VipsImage *next) {
    g_object_unref(*image);
    *image = next;
}

/// Eight-bit RGB without transparency.
static int plain(VipsImage **image) {
    VipsImage *next = NULL;
    if (vips_image_hasalpha(*image)) {
        double white[] = {255, 255, 255};
        if ((*image)->Type != VIPS_INTERPRETATION_sRGB) {
            if (vips_colourspace(*image, &next, VIPS_INTERPRETATION_sRGB, NULL) != 0) return -1;
            follow(image, next);
        }
        VipsArrayDouble *background = vips_array_double_new(white, 3);
        int failed = vips_flatten(*image, &next, "background", background, NULL);
        vips_area_unref(VIPS_AREA(background));
        if (failed != 0) return -1;
        follow(image, next);
    }
    if ((*image)->Type != VIPS_INTERPRETATION_sRGB || (*image)->Bands != 3) {
        if (vips_colourspace(*image, &next, VIPS_INTERPRETATION_sRGB, NULL) != 0) return -1;
        follow(image, next);
    }
    if ((*image)->BandFmt != VIPS_FORMAT_UCHAR) {
        if (vips_cast(*image, &next, VIPS_FORMAT_UCHAR, NULL) != 0) return -1;
        follow(image, next);
    }
    return (*image)->Bands == 3 ? 0 : -1;
}

int hb_decode(
    int format, const uint8_t *bytes, size_t count, int64_t most_pixels, int32_t most_side, int32_t long_side,
    hb_image *result) {
    memset(result, 0, sizeof *result);
    VipsImage *image = opened(format, bytes, count);
    if (image == NULL) return HB_BROKEN;
    int64_t width = image->Xsize, height = image->Ysize;
    if (width > most_side || height > most_side || width * height > most_pixels) {
        g_object_unref(image);
        return HB_TOO_LARGE;
    }
    // Only where the file says what its colours are: without that they are sRGB already.
    const char *profile = vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0 ? "srgb" : NULL;
    // Read again by the function that turns, converts and shrinks while it reads; it sniffs, and only four are let in.
    g_object_unref(image);
    image = NULL;
    if (vips_thumbnail_buffer(
            (void *)bytes, count, &image, long_side, "height", long_side, "size", VIPS_SIZE_DOWN, "fail_on",
            VIPS_FAIL_ON_TRUNCATED, profile == NULL ? NULL : "export_profile", profile, NULL) != 0)
        return HB_BROKEN;
    if (plain(&image) != 0) {
        g_object_unref(image);
        return HB_BROKEN;
    }
    size_t size = 0;
    uint8_t *pixels = vips_image_write_to_memory(image, &size);
    result->width = image->Xsize;
    result->height = image->Ysize;
    g_object_unref(image);
    if (pixels == NULL || size != (size_t)result->width * (size_t)result->height * 3) {
        g_free(pixels);
        return HB_BROKEN;
    }
    result->pixels = pixels;
    return HB_DONE;
}

int hb_encode(const hb_image *image, int32_t long_side, int quality, uint8_t **bytes, size_t *count) {
    size_t size = (size_t)image->width * (size_t)image->height * 3;
    VipsImage *now = vips_image_new_from_memory(
        image->pixels, size, image->width, image->height, 3, VIPS_FORMAT_UCHAR);
    if (now == NULL) return HB_BROKEN;
    VipsImage *next = NULL;
    if (vips_copy(now, &next, "interpretation", VIPS_INTERPRETATION_sRGB, NULL) != 0) {
        g_object_unref(now);
        return HB_BROKEN;
    }
    follow(&now, next);
    if (image->width > long_side || image->height > long_side) {
        if (vips_thumbnail_image(now, &next, long_side, "height", long_side, "size", VIPS_SIZE_DOWN, NULL) != 0) {
            g_object_unref(now);
            return HB_BROKEN;
        }
        follow(&now, next);
    }
    void *written = NULL;
    int failed = vips_jpegsave_buffer(now, &written, count, "Q", quality, "strip", TRUE, "optimize_coding", TRUE, NULL);
    g_object_unref(now);
    *bytes = written;
    return failed == 0 ? HB_DONE : HB_BROKEN;
}
