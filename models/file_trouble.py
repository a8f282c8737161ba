"""Why a file cannot be read or written, in words people know instead of the system's."""

import errno

from models.errors import BadValueError
from models.text import Text

UNREADABLE = Text(en="the file cannot be read: {reason}", ru="файл не прочитать: {reason}")
UNWRITABLE = Text(en="the file cannot be written: {reason}", ru="файл не записать: {reason}")

_REASONS = {
    errno.ENOENT: Text(en="no such file or folder", ru="такого файла или папки нет"),
    errno.EACCES: Text(en="access is not permitted", ru="нет прав доступа"),
    errno.EPERM: Text(en="the system does not permit it", ru="система не разрешает"),
    errno.EEXIST: Text(en="it is there already", ru="такой файл уже есть"),
    errno.ENOTDIR: Text(en="a part of the path is a file, not a folder", ru="часть пути не папка, а файл"),
    errno.EISDIR: Text(en="it is a folder, not a file", ru="это папка, а не файл"),
    errno.ENOSPC: Text(en="the disk is full", ru="на диске нет места"),
    errno.EDQUOT: Text(en="your share of the disk is full", ru="исчерпано отведённое вам место на диске"),
    errno.EROFS: Text(en="nothing can be written on this disk", ru="диск только для чтения"),
    errno.ENAMETOOLONG: Text(en="the name is too long", ru="слишком длинное имя"),
    errno.ELOOP: Text(en="its links lead in a circle", ru="ссылки ведут по кругу"),
    errno.EIO: Text(en="the disk does not answer", ru="диск не отвечает"),
    errno.EBUSY: Text(en="another program is using it", ru="файл занят другой программой"),
    errno.EMFILE: Text(en="too many files are open", ru="открыто слишком много файлов"),
    errno.EINVAL: Text(en="the system does not take such a name", ru="система не принимает такое имя"),
    errno.ENXIO: Text(en="there is no such device", ru="такого устройства нет"),
}


def reason_of(error: Exception) -> Text:
    """Say why a file cannot be used.

    Parameters
    ----------
    error
        What Python raised: an error of the system, or of a name no file can have.
    """
    if isinstance(error, OSError):
        if error.errno in _REASONS:
            return _REASONS[error.errno]
        return Text.same(error.strerror or str(error))
    if isinstance(error, BadValueError):
        return error.text
    if "null" in str(error):
        return Text(en="the name contains a null character", ru="в имени есть нулевой символ")
    return Text(en=str(error), ru="содержимое не разобрать")
