"""Outputs on mounted volumes, on full and on read-only disks."""

import os
import shutil
import subprocess

import pytest

from conftest import files

CHANGES = """
    build "$SITE"; stat -c %i "$SITE" >"$WORK/before"
    words two; build "$SITE"; build "$SITE"
    stat -c %i "$SITE" >"$WORK/after"
    cmp "$WORK/before" "$WORK/after" && echo one folder
    litter "$(dirname "$SITE")"; copy "$SITE"
"""


def expect_published(site, said):
    """A build, one with changes, one without."""
    assert said.count("ended with 0") == 3, said
    assert "0 files written" in said.split("ended with")[2], said
    assert "wikiguide-" not in said, said
    site.write("two")
    assert files(site.folder / "copy") == site.fresh()


def test_output_is_a_volume(mounting):
    (mounting.folder / "parent/site").mkdir(parents=True)
    said = mounting.mounted(
        'SITE=$WORK/parent/site; mount -t tmpfs none "$SITE"' + CHANGES)
    expect_published(mounting, said)
    assert "one folder" in said


def test_output_is_a_volume_below_one_that_may_not_be_written(mounting):
    (mounting.folder / "parent/site").mkdir(parents=True)
    said = mounting.mounted("""
        SITE=$WORK/parent/site; mount --bind "$WORK/parent" "$WORK/parent"
        mount -t tmpfs none "$SITE"; mount -o remount,bind,ro "$WORK/parent"
    """ + CHANGES)
    expect_published(mounting, said)


def test_output_is_a_folder_that_is_mounted_elsewhere(mounting):
    for name in ("parent/site", "elsewhere"):
        (mounting.folder / name).mkdir(parents=True)
    said = mounting.mounted(
        'SITE=$WORK/parent/site; mount --bind "$WORK/elsewhere" "$SITE"' + CHANGES)
    expect_published(mounting, said)
    assert files(mounting.folder / "elsewhere") == files(mounting.folder / "copy")


def overlay(mounting, target):
    for name in ("lower/site", "upper", "work", target):
        (mounting.folder / name).mkdir(parents=True, exist_ok=True)
    # On a volume of their own: an overlay cannot write to some file systems.
    return f"""
        mount -t tmpfs none "$WORK/upper"; mkdir "$WORK/upper/up" "$WORK/upper/work"
        mount -t overlay none "$WORK/{target}" \\
          -o "lowerdir=$WORK/lower,upperdir=$WORK/upper/up,workdir=$WORK/upper/work" \\
          || {{ echo no overlay; exit; }}
    """


def test_output_lies_in_the_image_of_a_container(mounting):
    """A folder of a lower layer is not renamed; its files are."""
    script = overlay(mounting, "merged")
    assert mounting.build(mounting.folder / "lower/site").returncode == 0
    said = mounting.mounted(script + "SITE=$WORK/merged/site" + CHANGES)
    if "no overlay" in said:
        pytest.skip("no overlay can be mounted here")
    expect_published(mounting, said)


def test_output_is_an_overlay(mounting):
    script = overlay(mounting, "parent/site")
    said = mounting.mounted(script + "SITE=$WORK/parent/site; rmdir $SITE/site" + CHANGES)
    if "no overlay" in said:
        pytest.skip("no overlay can be mounted here")
    expect_published(mounting, said)


@pytest.mark.parametrize("place", ["disk/site", "disk"])
@pytest.mark.parametrize("room", [0, 60, 150, 250])
def test_full_disk_keeps_the_site(mounting, place, room):
    """A disk that is full when the build begins, and one that fills up under way."""
    (mounting.folder / "disk").mkdir()
    said = mounting.mounted(f"""
        mount -t tmpfs -o size=4m none "$WORK/disk"; SITE=$WORK/{place}
        build "$SITE"; copy "$SITE"
        room=$(df --output=avail -k "$WORK/disk" | tail -n 1)
        head -c $(((room - {room}) * 1024)) /dev/zero >"$WORK/disk/.filling"
        words three; build "$SITE" 2>&1
        rm "$WORK/disk/.filling"; same "$SITE"; litter "$WORK/disk"
        build "$SITE"; litter "$WORK/disk"; copy "$SITE"
    """)
    second = said.split("ended with")[1]
    assert "No space left on device" in second and said.count("ended with 3") == 1, said
    assert "same" in said and "different" not in said, said
    assert "wikiguide-" not in said.replace(".wikiguide-stage/", ""), said
    mounting.write("three")
    assert files(mounting.folder / "copy") == mounting.fresh()


def test_read_only_disk_is_refused(mounting):
    parent = mounting.folder / "parent"
    parent.mkdir()
    assert mounting.build(parent / "site").returncode == 0
    before = files(parent)
    said = mounting.mounted("""
        mount --bind "$WORK/parent" "$WORK/parent"; mount -o remount,bind,ro "$WORK/parent"
        words two; build "$WORK/parent/site"; build "$WORK/parent/new"
    """)
    assert said.count("may not be written") == 2 and said.count("ended with 3") == 2, said
    assert files(parent) == before


def test_other_file_system_than_the_content(site):
    shared = "/dev/shm"
    if not os.access(shared, os.W_OK) or os.stat(shared).st_dev == os.stat(site.folder).st_dev:
        pytest.skip("there is no other file system here")
    folder = site.folder / "link"
    target = f"{shared}/wikiguide-test-{os.getpid()}"
    os.mkdir(target)
    try:
        folder.symlink_to(target)
        for words in ("one", "two"):
            site.write(words)
            assert site.build(folder / "site").returncode == 0
            assert files(folder / "site") == site.fresh()
        assert os.listdir(target) == ["site"]
    finally:
        shutil.rmtree(target)


def test_disk_without_links(mounting):
    """FAT has no hard links, and takes some names for others."""
    if shutil.which("mkfs.vfat") is None:
        pytest.skip("there is no mkfs.vfat")
    image, disk = mounting.folder / "image", mounting.folder / "disk"
    image.write_bytes(b"\0" * 32 * 1024 * 1024)
    disk.mkdir()
    subprocess.run(["mkfs.vfat", image], check=True, capture_output=True)
    said = mounting.mounted("""
        mount -o loop,utf8 "$WORK/image" "$WORK/disk" || { echo no loop; exit; }
        SITE=$WORK/disk/site
    """ + CHANGES)
    if "no loop" in said:
        pytest.skip("no image can be mounted here")
    expect_published(mounting, said)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can build as somebody else")
def test_output_of_somebody_who_may_not_write_beside_it(site):
    """Then all that a build needs lies within the output, and nobody else sees it as part of the site."""
    parent = site.folder / "parent"
    output = parent / "site"
    output.mkdir(parents=True)
    shutil.chown(output, 65534, 65534)
    for folder in (site.folder, *site.folder.parents):
        if folder.stat().st_mode & 0o005 != 0o005:
            os.chmod(folder, folder.stat().st_mode | 0o055)
    as_nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    for words in ("one", "two"):
        site.write(words)
        done = subprocess.run(
            as_nobody + site.command(output), capture_output=True, text=True)
        if "exec" in done.stderr:
            pytest.skip(done.stderr.strip())
        assert done.returncode == 0, done.stderr
        assert files(output) == site.fresh()
    assert os.listdir(parent) == ["site"]
