<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%n job(s) selected.</source>
        <translation>
            <numerusform>%n job selected.</numerusform>
            <numerusform>%n jobs selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobActs</name>
    <message numerus="yes">
        <source>Removed the model “{0}” and %n job(s) of it.</source>
        <translation>
            <numerusform>Removed the model “{0}” and %n job of it.</numerusform>
            <numerusform>Removed the model “{0}” and %n jobs of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n job(s) from this list. Nothing changes at the service.</source>
        <translation>
            <numerusform>Removed %n job from this list. Nothing changes at the service.</numerusform>
            <numerusform>Removed %n jobs from this list. Nothing changes at the service.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n job(s) shown</source>
        <translation>
            <numerusform>{0} of %n job shown</numerusform>
            <numerusform>{0} of %n jobs shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveActs</name>
    <message numerus="yes">
        <source>Save results of %n job(s) to</source>
        <translation>
            <numerusform>Save results of %n job to</numerusform>
            <numerusform>Save results of %n jobs to</numerusform>
        </translation>
    </message>
</context>
</TS>
